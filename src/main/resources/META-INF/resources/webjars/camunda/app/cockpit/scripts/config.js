// Replaces the configuration of the web application: branding and the person's language. A module missing here blanks the application.
import { lang, labelsOf } from '../../tasklist/scripts/language.js';

await labelsOf('cockpit');
const t = (en, zh) => (lang === 'zh' ? zh : en);

export default {
  app: { name: t('Cockpit', '运行监控'), vendor: 'Makegood' },
  locales: { availableLocales: [lang], fallbackLocale: lang },
  customScripts: ['scripts/case.js'],
  disableWelcomeMessage: true
};
