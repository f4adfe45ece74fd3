// Replaces the configuration of the web application: branding and the person's language.
import { lang, labelsOf } from '../../tasklist/scripts/language.js';

await labelsOf('admin');
const t = (en, zh) => (lang === 'zh' ? zh : en);

export default {
  app: { name: t('Admin', '系统管理'), vendor: 'Makegood' },
  locales: { availableLocales: [lang], fallbackLocale: lang },
  disableWelcomeMessage: true
};
