import type { administration as reference } from '../en/administration.js';
import type { Same } from '../shape.js';

export const administration: Same<typeof reference> = {
  title: 'Administration',
  overview: 'Vue d’ensemble',
  lead: 'Tout ce qui fait tourner le club, au même endroit.',
  attention: 'À regarder',
  calm: 'Rien ne vous attend ici pour le moment.',
  daily: 'Au quotidien',
  keeping: 'Personnes et règles',
  machine: 'Le programme',
  tiles: {
    projects: 'Ce qui se fait sur le terrain : lieux, bénéficiaires, résultats',
    milestones: 'Tous les jalons de toutes les conventions, avec des filtres',
    cities: 'Noms, orthographes, heures locales et sources',
    people: 'Qui reçoit les rappels, dans quelle langue, jusqu’à quand',
    outbox: 'Ce qui est parti, ce qui va partir, et vers qui',
    templates: 'Les phases et jalons par lesquels passe une convention',
    holidays: 'Jours fériés par pays, confirmés ou estimés',
    sessions: 'Quand se réunissent les conseils, annoncé ou convoqué',
    legal: 'Le temps que donne la loi, et la suite',
    users: 'Qui peut se connecter et faire quoi',
    audit: 'Qui a fait quoi, avant et après',
    jobs: 'Rappels en cours, incidents, dernière sauvegarde',
  },
  held: 'Un courriel attend votre accord |||| %{smart_count} courriels attendent votre accord',
  failed: 'Un courriel n’a pas pu être remis |||| %{smart_count} courriels n’ont pas pu être remis',
  pendingCities: 'Une ville à confirmer |||| %{smart_count} villes à confirmer',
  estimatedHolidays: 'Un jour férié n’est qu’estimé |||| %{smart_count} jours fériés ne sont qu’estimés',
};
