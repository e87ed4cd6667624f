import type { today as reference } from '../en/today.js';
import type { Same } from '../shape.js';

export const today: Same<typeof reference> = {
  active: 'Une en vigueur |||| %{smart_count} en vigueur',
  preparing: 'Une en préparation |||| %{smart_count} en préparation',
  late: 'Une en retard |||| %{smart_count} en retard',
  pendingCities: 'Une ville à confirmer |||| %{smart_count} villes à confirmer',
  renewals: 'Une à renouveler ou à clore |||| %{smart_count} à renouveler ou à clore',
  rows: 'Les conventions, les plus urgentes d’abord',
  columns: { agreement: 'Convention', stage: 'Phase', next: 'Prochain jalon', due: 'Échéance', state: 'État', waitingOn: 'En attente de', lastContact: 'Dernier contact', actions: 'Actions' },
  noNext: 'Aucun jalon à venir',
  nobody: '—',
  noContact: 'aucun noté',
  by: 'avec %{name}',
  provisional: 'date prévue',
  bands: 'Mes jalons',
  band: { overdue: 'En retard', dueToday: 'Aujourd’hui', next7Days: '7 prochains jours', toReview: 'À examiner', waitingOnOthers: 'En attente d’autrui' },
  bandEmpty: { overdue: 'Rien n’est en retard.', dueToday: 'Rien n’échoit aujourd’hui.', next7Days: 'Rien n’échoit dans les sept prochains jours.', toReview: 'Rien n’attend votre examen.', waitingOnOthers: 'Personne d’autre ne doit agir pour l’instant.' },
  handovers: 'Successeurs à désigner', handoverOf: 'mandat jusqu’au %{date}',
  bandMore: 'Voir les %{count}',
  home: 'par %{city}',
};
