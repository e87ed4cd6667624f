import type { sessions as reference } from '../en/sessions.js';
import type { Same } from '../shape.js';

export const sessions: Same<typeof reference> = {
  title: 'Calendrier des conseils',
  lead: 'Les sessions des conseils, telles que la loi les annonce, jusqu’à la saisie de la date de convocation. Les jalons à échoir avant une session la suivent.',
  view: 'Affichage',
  upcoming: 'À venir',
  past: 'Passées',
  add: 'Ajouter une session',
  editTitle: 'Modifier la session',
  convene: 'Convoquée le…',
  conveneTitle: 'Date de la session convoquée',
  announcedOn: 'Annoncée pour :',
  empty: 'Aucune session à venir',
  emptyHint: 'Ajoutez la prochaine session d’un conseil.',
  nonePast: 'Aucune session passée',
  on: 'Date',
  fromTo: 'du %{from} au %{to}',
  beginsOn: 'Premier jour',
  endsOn: 'Dernier jour',
  council: 'Conseil',
  everyCouncil: 'Tous les conseils',
  councilHint: 'Dans son mois, la session propre à un conseil remplace celle annoncée pour tous.',
  kind: 'Nature',
  certainty: 'État',
  sourceHint: 'La convocation, l’ordre du jour ou la décision dont elle vient.',
  removeHint: 'Les jalons à échoir avant cette session seront comptés jusqu’à la suivante.',
};
