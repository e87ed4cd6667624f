import type { holidays as reference } from '../en/holidays.js';
import type { Same } from '../shape.js';

export const holidays: Same<typeof reference> = {
  title: 'Jours fériés',
  lead: 'Jours fériés par pays. Les échéances et le calendrier en tiennent compte ; chaque jour peut être corrigé.',
  one: 'Jour férié',
  add: 'Ajouter un jour',
  editTitle: 'Modifier le jour',
  searchHint: 'Nom du jour',
  empty: 'Aucun jour férié enregistré',
  emptyHint: 'Ajoutez les jours fériés des pays de vos villes.',
  country: 'Pays',
  name: 'Nom',
  kind: 'Nature',
  on: 'Date',
  day: 'Jour',
  month: 'Mois',
  everyYear: '%{date}, chaque année',
  certainty: 'Certitude',
  sourceHint: 'Le décret, l’annonce ou le calendrier d’où il vient.',
  confirm: 'Confirmer',
  confirmed: 'Le jour est confirmé.',
  toConfirm: 'Les fêtes religieuses sont estimées jusqu’à leur annonce. Confirmez-les ou corrigez-les dès que la date est connue.',
};
