// The login page: the token of our cookie goes along, a demo account is filled in when one was chosen.
const byId = id => document.getElementById(id);
const asked = new URLSearchParams(location.search);
byId('wrong').hidden = !asked.has('error');
byId('left').hidden = !asked.has('out');
document.querySelector('form').addEventListener('submit', () => {
  byId('token').value = decodeURIComponent((document.cookie.match(/(?:^|;\s*)MG-XSRF=([^;]+)/) || [])[1] || '');
});
const installation = await fetch('/start/installation.json').then(answer => answer.json()).catch(() => ({}));
byId('demo').hidden = !installation.demo;
const name = asked.get('as') || '';
if (installation.demo && /^[a-z0-9-]{1,30}$/.test(name)) {
  byId('username').value = byId('password').value = name;
  document.querySelector('button[type=submit]').focus();
}
