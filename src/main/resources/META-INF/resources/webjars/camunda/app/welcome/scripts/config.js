// Replaces the configuration of the web application: branding and the person's language.
import { lang, labelsOf } from '../../tasklist/scripts/language.js';

await labelsOf('welcome');
const t = (en, zh) => (lang === 'zh' ? zh : en);

export default {
  app: { name: t('Welcome', '欢迎'), vendor: 'Makegood' },
  locales: { availableLocales: [lang], fallbackLocale: lang },
  disableWelcomeMessage: true
};
