// The language of the person, for all web applications, and their labels in it.
const asked = localStorage.getItem('mg.lang') || navigator.language || 'en';
export const lang = asked.toLowerCase().startsWith('zh') ? 'zh' : 'en';

/**
 * Puts the labels where the application looks for them before it starts. Left to itself it asks for them while it draws,
 * and what is drawn first shows its keys for good on a person's first visit.
 */
export async function labelsOf(app) {
  const path = new URL(`../../${app}/locales/`, import.meta.url).pathname;
  const key = `${path}_locales_data_${lang}_${window.bust}`;
  const kept = JSON.parse(localStorage.getItem('camunda-web') || '{}');
  if (kept[key]) return;
  try {
    const answer = await fetch(`${path}${lang}.json`);
    if (!answer.ok) return;
    kept[key] = JSON.stringify(await answer.json());
    localStorage.setItem('camunda-web', JSON.stringify(kept));
  } catch {
    // Without them the application still fetches its labels itself.
  }
}
