import type { MailWords } from './shape.js';

const noAccount = 'Pour répondre, il suffit de répondre à ce courriel ; aucun compte n’est nécessaire. Dites-nous en quelques mots si c’est fait (avec la date et, si possible, la pièce justificative), s’il vous faut plus de temps, s’il convient de s’adresser à une autre personne, ou ce qui fait obstacle.';

export const fr: MailWords<'one'> = {
  greeting: 'Bonjour {name},',
  closing: 'Nous vous prions d’agréer nos salutations distinguées.',
  reply: 'Pour répondre, répondez à ce courriel : votre message parviendra à {coordinator}.',
  automatic: 'Ce message a été préparé automatiquement par le dispositif de suivi du {club}.',
  reason: {
    owner: 'Vous recevez ce courriel car ce suivi vous est confié.',
    counterpart: 'Vous recevez ce courriel en tant que point focal de votre ville pour cette convention.',
    coordinator: 'Vous recevez ce courriel car vous coordonnez ce suivi.',
    president: 'Vous recevez ce courriel en qualité de président(e) de la commune, avec l’accord du coordinateur.',
    mayor: 'Vous recevez ce courriel en qualité de maire de la ville partenaire, avec l’accord du coordinateur.',
    council: 'Vous recevez ce courriel en qualité de membre du Conseil international de coordination, avec l’accord du coordinateur.',
    several: 'Vous recevez ce courriel car vous assurez ce suivi ou le coordonnez.',
  },
  accountReason: 'Vous recevez ce courriel car un compte a été ouvert, ou un nouveau mot de passe demandé, pour l’adresse {email}.',
  testReason: 'Vous recevez ce courriel car un essai a été demandé depuis le tableau de bord.',
  steps: {
    subject: {
      one: 'Rappel : {title} – {agreement}',
      many: { by: 'n', one: '{n} jalon à suivre – {date}', other: '{n} jalons à suivre – {date}' },
      weekly: { by: 'n', one: 'Récapitulatif hebdomadaire : {n} jalon à suivre – {date}', other: 'Récapitulatif hebdomadaire : {n} jalons à suivre – {date}' },
      catchUp: { by: 'n', one: 'Rattrapage après une interruption : {n} jalon – {date}', other: 'Rattrapage après une interruption : {n} jalons – {date}' },
      escalationOne: 'À votre attention : {title} – {agreement}',
      escalationMany: { by: 'n', one: 'À votre attention : {n} jalon en retard – {date}', other: 'À votre attention : {n} jalons en retard – {date}' },
    },
    heading: {
      due: 'Un jalon arrive à échéance', today: 'Un jalon arrive à échéance aujourd’hui', late: 'Un jalon a dépassé son échéance',
      many: { by: 'n', one: '{n} jalon à suivre', other: '{n} jalons à suivre' },
    },
    intro: {
      owner: { by: 'n', one: 'Nous vous rappelons le jalon suivant, dont vous assurez le suivi :', other: 'Nous vous rappelons les jalons suivants, dont vous assurez le suivi :' },
      counterpart: { by: 'n', one: 'Nous vous rappelons le jalon suivant de notre convention et vous saurions gré de nous dire où il en est :', other: 'Nous vous rappelons les jalons suivants de notre convention et vous saurions gré de nous dire où ils en sont :' },
      coordinator: { by: 'n', one: 'Le jalon suivant a dépassé son échéance :', other: 'Les jalons suivants ont dépassé leur échéance :' },
      president: { by: 'n', one: 'Nous avons l’honneur de porter à votre attention le jalon suivant, dont l’échéance est dépassée :', other: 'Nous avons l’honneur de porter à votre attention les jalons suivants, dont l’échéance est dépassée :' },
      mayor: { by: 'n', one: 'Nous avons l’honneur de porter à votre attention le jalon suivant de notre convention, dont l’échéance est dépassée :', other: 'Nous avons l’honneur de porter à votre attention les jalons suivants de notre convention, dont l’échéance est dépassée :' },
      council: { by: 'n', one: 'Nous portons à l’attention du Conseil le jalon suivant, dont l’échéance est dépassée :', other: 'Nous portons à l’attention du Conseil les jalons suivants, dont l’échéance est dépassée :' },
      several: { by: 'n', one: 'Voici le jalon qui appelle votre attention :', other: 'Voici les jalons qui appellent votre attention :' },
    },
    catchUpIntro: 'Une interruption de notre service a empêché certains rappels de vous parvenir à temps ; nous vous prions de nous en excuser. Voici, en un seul courriel, ce qui reste d’actualité :',
    lateNote: 'Ce courriel devait partir le {date} ; une interruption de notre service l’a retardé. Nous vous prions de nous en excuser.',
    ask: {
      owner: 'Une fois le jalon réalisé, ouvrez-le et soumettez-le avec sa date. Si l’échéance ne peut être tenue, modifiez-la en indiquant le motif, ou prévenez le coordinateur.',
      counterpart: noAccount,
      coordinator: 'Merci de voir avec la personne chargée du suivi ce qui permettrait d’avancer.',
      president: 'Votre appui aiderait à mener ce jalon à bien. Le coordinateur se tient à votre disposition pour toute précision.',
      mayor: 'Votre appui aiderait à mener ce jalon à bien. Pour répondre, il suffit de répondre à ce courriel.',
      council: 'Le coordinateur se tient à la disposition du Conseil pour toute précision. Pour répondre, il suffit de répondre à ce courriel.',
      several: 'Une fois un jalon réalisé, ouvrez-le et soumettez-le avec sa date. Si une échéance ne peut être tenue, modifiez-la en indiquant le motif.',
    },
    openStep: 'Ouvrir le jalon',
    openDashboard: 'Ouvrir le tableau de bord',
    dueLabel: 'Échéance :',
    stageLabel: 'Phase :',
    waitingLabel: 'En attente de :',
    evidenceLabel: 'Pièce attendue :',
    ownerLabel: 'Chargé du suivi :',
  },
  mandates: {
    title: 'Successeurs à désigner', intro: 'Le mandat des personnes suivantes s’achève dans les soixante jours, ou s’est achevé. Merci de désigner qui prend la suite : leurs jalons inachevés lui seront alors transmis en une fois.',
    until: 'Mandat jusqu’au {date}', steps: { by: 'n', one: '{n} jalon inachevé', other: '{n} jalons inachevés' }, open: 'Désigner le successeur',
  },
  account: {
    invitation: {
      subject: 'Invitation au tableau de bord du {club}', heading: 'Vous êtes invité(e) au tableau de bord',
      intro: '{inviter} vous invite au tableau de bord grâce auquel le {club} suit ses conventions. Votre compte est {email}. Pour commencer, choisissez un mot de passe :',
      action: 'Choisir un mot de passe', caution: 'Si vous n’attendiez pas cette invitation, ne tenez pas compte de ce courriel : sans mot de passe, le compte reste fermé.',
    },
    passwordReset: {
      subject: 'Nouveau mot de passe pour le tableau de bord du {club}', heading: 'Choisissez un nouveau mot de passe',
      intro: 'Un nouveau mot de passe a été demandé pour le compte {email}. Pour le choisir, ouvrez ce lien :',
      action: 'Choisir un nouveau mot de passe', caution: 'Si vous n’avez rien demandé, ne tenez pas compte de ce courriel : votre mot de passe actuel reste valable.',
    },
    firstAdministrator: {
      subject: 'Premier administrateur du {club}', heading: 'Le tableau de bord est prêt',
      intro: 'Le tableau de bord du {club} est installé et {email} en est le premier administrateur. Pour commencer, choisissez un mot de passe :',
      action: 'Choisir un mot de passe', caution: 'Si vous ne gérez pas cette installation, ne tenez pas compte de ce courriel.',
    },
  },
  invitedByClub: 'Le club',
  linkNote: 'Si le bouton ne fonctionne pas, copiez cette adresse dans votre navigateur :',
  validity: 'Ce lien sert une seule fois, pendant {time}.',
  test: {
    subject: 'Courriel d’essai du {club}', heading: 'Les courriels arrivent',
    intro: 'Ceci est un courriel d’essai, envoyé le {date}. Si vous le lisez, les courriels du dispositif vous parviennent.',
    ask: 'Rien ne vous est demandé. Pour vérifier aussi les réponses, répondez à ce courriel : votre réponse parviendra au coordinateur.',
  },
};
