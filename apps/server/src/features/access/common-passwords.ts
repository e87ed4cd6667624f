/** Passwords of twelve signs and more that guessers try first, as letters and digits only; a number at the end changes nothing. */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set([
  '', 'password', 'passwordpassword', 'motdepasse', 'motdepassemotdepasse', 'administrator', 'administrateur', 'adminadmin', 'adminadminadmin', 'administrateuradmin',
  'changeme', 'changemenow', 'changezmoi', 'letmein', 'letmeinletmein', 'welcome', 'welcomewelcome', 'bienvenue', 'bienvenuebienvenue', 'iloveyou', 'iloveyouiloveyou', 'jetaime', 'jetaimejetaime',
  'qwerty', 'qwertyuiop', 'qwertyqwerty', 'qwertyuiopasdf', 'azerty', 'azertyuiop', 'azertyazerty', 'azertyuiopqsdf', 'asdfghjkl', 'zxcvbnm', 'qazwsxedcrfv', 'qazwsxedc', '1qaz2wsx3edc', '1q2w3e4r5t6y',
  '123456123456', '123123123123', '111222333444', '121212121212', '123412341234', '1234512345', '123321123321', '112233445566', '102030405060', '147258369147', '987654321987',
  'abcabcabcabc', 'abcdabcdabcd', 'abc123abc123', 'abcdefghijkl', 'a1b2c3d4e5f6', 'passw0rd', 'p4ssw0rd', 'passw0rdpassw0rd', 'superman', 'supersecret', 'secretsecret', 'topsecret', 'topsecretpassword',
  'trustno', 'trustnotrustno', 'dragondragon', 'sunshinesunshine', 'princessprincess', 'footballfootball', 'monkeymonkey', 'computer', 'computercomputer', 'internet', 'internetinternet', 'testtesttest', 'testtest', 'testpassword', 'temporary', 'temporarypassword',
  'defaultpassword', 'mypassword', 'mypasswordis', 'thisismypassword', 'yourpassword', 'newpassword', 'nouveaumotdepasse', 'monmotdepasse', 'correcthorsebatterystaple', 'correcthorse',
  'maroc', 'maroc2025maroc', 'marocmaroc', 'marocmarocmaroc', 'morocco', 'moroccomorocco', 'smara', 'smarasmara', 'smarasmarasmara', 'smaraclub', 'clubsmara', 'tawama', 'tawamatawama', 'tawamademo', 'tawamaadmin', 'jumelage', 'jumelagejumelage', 'twinning', 'twinningcities', 'twinnedcities',
  'كلمةالسر', 'كلمةالمرور', 'كلمهالسر', 'كلمهالمرور', 'السمارة', 'السمارةالسمارة', 'المغرب', 'المغربالمغرب', 'مرحبامرحبا', 'اللهاكبر', 'بسماللهالرحمن', 'بسماللهالرحمنالرحيم', 'الحمدلله', 'محمدمحمد', 'محمدمحمدمحمد',
]);
