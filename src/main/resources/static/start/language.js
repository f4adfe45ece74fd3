// Before the page is drawn: the language that the person chose, else the browser's. The web apps read the same choice.
(function () {
  var asked = localStorage.getItem('mg.lang') || navigator.language || 'en';
  var zh = asked.toLowerCase().indexOf('zh') === 0;
  document.documentElement.lang = zh ? 'zh' : 'en';
  document.addEventListener('DOMContentLoaded', function () {
    document.getElementById('language').addEventListener('click', function () {
      localStorage.setItem('mg.lang', zh ? 'en' : 'zh');
      localStorage.removeItem('camunda-web'); // the web apps keep their labels there, in the language before
      location.reload();
    });
  });
})();
