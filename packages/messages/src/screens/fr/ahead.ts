import type { ahead as reference } from '../en/ahead.js';
import type { Same } from '../shape.js';

export const ahead: Same<typeof reference> = {
  migrate: {
    title: 'Passer à une autre version', lead: 'Les jalons sont calculés selon la nouvelle version. Ce qui est fait, envoyé ou fixé à la main reste. Rien n’est enregistré avant votre accord.',
    newest: 'Cette convention suit déjà la version la plus récente.', to: 'Version', rest: 'Tous les autres jalons', restRecompute: 'Calculés selon les nouvelles règles', restKeep: 'Gardent leur échéance',
    changes: { keep: 'Reste', shift: 'Autre date', recompute: 'Même date', add: 'Nouveau', remove: 'Abandonné', leaveOut: 'Sans objet' },
    decision: 'Décision', decisions: { none: 'Selon les règles', keep: 'Garder', recompute: 'Recalculer', add: 'Ajouter', leaveOut: 'Laisser de côté', remove: 'Abandonner', shift: 'Décaler de jours' }, days: 'Jours',
    reminders: '%{smart_count} rappel change |||| %{smart_count} rappels changent', save: 'Changer de version', done: 'La convention suit l’autre version.', unchanged: 'Jalons inchangés : %{count}',
  },
  preview: {
    later: '%{smart_count} jour plus tard |||| %{smart_count} jours plus tard', earlier: '%{smart_count} jour plus tôt |||| %{smart_count} jours plus tôt',
    original: 'au départ %{date} : %{shift} au total', pinned: 'désormais fixée à la main', opens: 'Est ouvert', appears: 'Jalons ajoutés au plan : %{count}',
    sent: 'Déjà envoyés : %{count}', sentOn: 'envoyé le %{date}', onItsWay: 'pas encore envoyé',
    otherwise: 'Enregistré. D’autres échéances ont changé que celles affichées, car le plan a été modifié entre-temps : merci de le vérifier.',
  },
  simulate: {
    title: 'Simuler la suite', lead: 'Ce qui se passerait si chaque jalon était réalisé tant de jours après son échéance. Rien n’est enregistré, personne ne reçoit de courriel.',
    years: 'Années', daysLate: 'Jours de retard', termYears: 'Durée de la convention en années (vide : sans fin)', run: 'Simuler', until: 'Simulé jusqu’au %{date}',
    steps: 'Jalons', mails: 'Courriels', events: 'Dates de référence', assumed: 'supposée', due: 'échéance %{date}', done: 'réalisé le %{date}', noMails: 'Aucun courriel ne partirait.',
  },
};
