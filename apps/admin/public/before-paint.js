// Runs before the first picture so that neither direction nor colours jump. A file, because the content policy forbids inline scripts.
(function () {
  var root = document.documentElement;
  var read = function (key) { try { return localStorage.getItem(key); } catch { return null; } };
  var language = read('tawama.language');
  if (language !== 'ar' && language !== 'fr' && language !== 'en') language = 'ar';
  root.lang = language === 'ar' ? 'ar-MA' : language === 'fr' ? 'fr-MA' : 'en';
  root.dir = language === 'ar' ? 'rtl' : 'ltr';
  var mode = read('tawama.mode');
  if (mode !== 'light' && mode !== 'dark') mode = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  root.dataset.mode = mode;
})();
