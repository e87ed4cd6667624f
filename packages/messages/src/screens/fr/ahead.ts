import type { ahead as reference } from '../en/ahead.js';
import type { Same } from '../shape.js';

export const ahead: Same<typeof reference> = {
  migrate: {
    title: 'Passer à une autre version', lead: 'Les jalons sont calculés selon la nouvelle version. Ce qui est fait, envoyé ou fixé à la main reste. Rien n’est enregistré avant votre accord.',
    newest: 'Cette convention suit déjà la version la plus récente.', to: 'Version', rest: 'Tous les autres jalons', restRecompute: 'Selon les nouvelles règles', restKeep: 'Gardent leur échéance',
    changes: { keep: 'Reste', shift: 'Autre date', recompute: 'Même date', add: 'Nouveau', remove: 'Abandonné', leaveOut: 'Sans objet' },
    decision: 'Décision', decisions: { none: 'Selon les règles', keep: 'Garder', recompute: 'Recalculer', add: 'Ajouter', leaveOut: 'Laisser de côté', remove: 'Abandonner', shift: 'Décaler de plusieurs jours' }, days: 'Jours',
    same: 'Jalons dont l’échéance reste : %{count}',
    reminder: { moves: 'du %{from} au %{to}', appears: 'nouveau, le %{to}', vanishes: 'ne part plus (prévu le %{from})' },
    reminders: '%{smart_count} rappel change |||| %{smart_count} rappels changent', save: 'Changer de version', done: 'La convention suit l’autre version.', unchanged: 'Jalons inchangés : %{count}',
  },
  preview: {
    later: '%{smart_count} jour plus tard |||| %{smart_count} jours plus tard', earlier: '%{smart_count} jour plus tôt |||| %{smart_count} jours plus tôt',
    original: 'au départ %{date} : %{shift} au total', pinned: 'désormais fixée à la main', opens: 'Est ouvert', appears: 'Jalons ajoutés au plan : %{count}',
    sent: 'Déjà envoyés : %{count}', sentOn: 'envoyé le %{date}', onItsWay: 'pas encore envoyé',
    otherwise: 'Enregistré. D’autres échéances ont changé que celles affichées, car le plan a été modifié entre-temps : merci de le vérifier.',
  },
  renewal: {
    title: 'Période de renouvellement', lead: 'La convention arrive à échéance le %{date}. D’ici là, indiquez si elle est renouvelée, modifiée ou si elle prend fin.',
    over: 'La convention est arrivée à échéance le %{date} alors qu’elle était suspendue. Indiquez jusqu’à quand elle a été renouvelée avant de la reprendre, ou résiliez-la.',
    renew: { verb: 'Renouveler', what: 'Enregistrez la nouvelle échéance : le plan est prolongé, et les jalons qui préparaient cette fin reviennent pour la suivante.' },
    amend: { verb: 'Modifier', what: 'Passez à la version du parcours qui porte la modification, ou enregistrez les dates convenues à nouveau.' },
    end: { verb: 'Laisser prendre fin', what: 'Rien n’est à enregistrer : au lendemain de l’échéance, la convention prend fin et ses jalons inachevés sont abandonnés. Elle peut aussi être résiliée avant.' },
    until: 'Renouvelée jusqu’au', later: 'La nouvelle échéance doit être postérieure au %{date}.', done: 'Le renouvellement est enregistré.',
  },
  simulate: {
    title: 'Simuler la suite', lead: 'Ce qui se passerait si chaque jalon était réalisé tant de jours après son échéance. Rien n’est enregistré, personne ne reçoit de courriel.',
    years: 'Années', daysLate: 'Jours de retard', termYears: 'Durée en années (vide : sans fin)', run: 'Simuler', until: 'Simulé jusqu’au %{date}',
    steps: 'Jalons', mails: 'Courriels', events: 'Dates de référence', assumed: 'supposée', due: 'échéance %{date}', done: 'réalisé le %{date}', noMails: 'Aucun courriel ne partirait.',
    choose: 'Choisissez un parcours à simuler.', known: 'Dates déjà connues', create: 'Ouvrir la convention', anyHome: 'La première du club', anyPartner: 'Aucune en particulier', anyLanguage: 'langue de la ville partenaire',
    line: 'Ligne du temps', inYear: '%{year} : %{steps} jalons, %{mails} courriels', signs: { holiday: 'jour férié', done: 'jalon réalisé', due: 'jalon encore attendu', event: 'date de référence', mail: 'courriel' }, onlyFirst: 'Les %{count} premiers courriels sont affichés.',
  },
};
