import type { AuditTexts } from './shape.js';

export const fr: AuditTexts = {
  'agreement.create': 'Convention créée',
  'agreement.recordEvent': { plain: 'Date de référence enregistrée', full: 'Enregistré – {events}' },
  'agreement.startReminders': 'Rappels activés', 'agreement.update': 'Convention modifiée',
  'agreement.suspend': 'Convention suspendue', 'agreement.resume': 'Convention reprise', 'agreement.complete': 'Convention achevée', 'agreement.terminate': 'Convention résiliée', 'agreement.expire': 'Convention arrivée à échéance',
  'milestone.start': 'Jalon démarré', 'milestone.submit': { plain: 'Jalon soumis', full: 'Jalon soumis, réalisé le {doneOn}' },
  'milestone.accept': { plain: 'Jalon accepté', full: 'Jalon accepté, réalisé le {doneOn}' },
  'milestone.return': 'Jalon renvoyé pour complément', 'milestone.block': 'Blocage du jalon signalé', 'milestone.unblock': 'Blocage du jalon levé',
  'milestone.markNotApplicable': 'Jalon déclaré sans objet',
  'milestone.reschedule': { plain: 'Échéance du jalon modifiée', full: 'Échéance déplacée du {from} au {to}' },
  'milestone.assign': 'Suivi du jalon affecté',
  'milestone.confirm': { plain: 'Réalisation du jalon confirmée', full: 'Réalisation confirmée – {side}, le {on}' },
  'milestone.deny': { plain: 'Jalon déclaré non réalisé', full: 'Jalon déclaré non réalisé – {side}' },
  'milestone.reopen': 'Jalon rouvert', 'evidence.add': { plain: 'Pièce jointe', full: 'Pièce jointe – {evidenceKind}' }, 'evidence.remove': 'Pièce retirée',
  'city.create': 'Ville ajoutée', 'city.update': 'Ville modifiée', 'city.delete': 'Ville supprimée', 'person.create': 'Interlocuteur ajouté', 'person.update': 'Interlocuteur modifié', 'person.delete': 'Interlocuteur supprimé',
  'holiday.create': 'Jour férié ajouté', 'holiday.update': 'Jour férié modifié', 'holiday.delete': 'Jour férié supprimé', 'contact.create': 'Contact noté au journal', 'contact.delete': 'Contact retiré du journal',
  'account.create': 'Compte créé', 'account.change': { plain: 'Compte modifié', full: 'Rôle du compte changé de {roleBefore} à {roleAfter}' }, 'account.invite': 'Invitation à ouvrir un compte envoyée', 'account.revoke': 'Sessions du compte fermées partout',
  'account.setPassword': 'Mot de passe défini', 'account.resetPassword': 'Mot de passe réinitialisé en ligne de commande', 'account.login': 'Connexion', 'account.logout': 'Déconnexion',
  'delivery.resend': 'Courriel renvoyé', 'delivery.cancel': 'Courriel annulé', 'delivery.release': 'Envoi du courriel autorisé', 'delivery.hold': 'Envoi du courriel suspendu', 'delivery.test': 'Courriel d’essai envoyé',
  'incident.retry': 'Incident relancé', 'incident.dismiss': 'Incident classé', 'clock.play': { plain: 'Horloge de démonstration avancée', full: 'Horloge de démonstration avancée du {clockFrom} au {clockTo}' },
  'backup.create': 'Sauvegarde effectuée', 'backup.restore': 'Sauvegarde restaurée', 'demo.create': 'Club de démonstration installé',
  'template.create': 'Brouillon de parcours type créé', 'template.update': 'Brouillon de parcours type modifié', 'template.publish': 'Version de parcours type publiée', 'template.retire': 'Version de parcours type retirée', 'template.delete': 'Brouillon de parcours type supprimé',
};
export const other = 'Autre opération ({action})';
