// Replaces the configuration of the web application: branding and the person's language. A module missing here blanks the application.
import { lang, labelsOf } from './language.js';

await labelsOf('tasklist');
const t = (en, zh) => (lang === 'zh' ? zh : en);

export default {
  app: { name: t('Tasklist', '待办'), vendor: 'Makegood' },
  locales: { availableLocales: [lang], fallbackLocale: lang },
  customScripts: ['scripts/tasklist.js'],
  disableWelcomeMessage: true,
  shortcuts: {
    claimTask: { key: 'ctrl+alt+c', description: t('claims the selected task', '认领当前任务') },
    focusFilter: { key: 'ctrl+shift+f', description: t('goes to the filters', '转到筛选列表') },
    focusList: { key: 'ctrl+alt+l', description: t('goes to the list of tasks', '转到任务列表') },
    focusForm: { key: 'ctrl+alt+f', description: t('goes to the form', '转到表单') },
    startProcess: { key: 'ctrl+alt+p', description: t('starts a case', '新建案件') }
  }
};
