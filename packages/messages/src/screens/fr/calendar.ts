import type { calendar as reference } from '../en/calendar.js';
import type { Same } from '../shape.js';

export const calendar: Same<typeof reference> = {
  title: 'Calendrier',
  month: 'Mois',
  list: 'Liste',
  view: 'Affichage',
  previous: 'Mois précédent',
  next: 'Mois suivant',
  today: 'Aujourd’hui',
  more: 'Une de plus |||| %{smart_count} de plus',
  nothing: 'Rien n’échoit ce mois-ci.',
  capped: 'Seules les %{count} premières étapes du mois sont affichées.',
  onlyMine: 'Les miennes seulement',
  finished: 'Aussi les terminées',
  holiday: 'Jour férié : %{name}',
  session: 'Session du conseil : %{council} · %{certainty}',
};
