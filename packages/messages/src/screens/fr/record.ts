import type { record as reference } from '../en/record.js';
import type { Same } from '../shape.js';

export const record: Same<typeof reference> = {
  saving: 'Enregistrement…',
  removed: 'Supprimé.',
  removeQuestion: 'Supprimer « %{name} » ?',
  removeHint: 'C’est définitif. La trace en reste dans le journal des opérations.',
  required: 'Ce champ est nécessaire.',
  optional: 'facultatif',
  checkFields: 'Veuillez revoir les champs signalés ci-dessous.',
  unsaved: 'Vos modifications ne sont pas enregistrées. Quitter cette page ?',
  none: 'Aucun',
  from: 'Du',
  to: 'Au',
  details: 'Détails',
  actions: 'Actions',
  source: 'Source',
  inLanguage: { ar: 'en arabe', fr: 'en français', en: 'en anglais' },
  oneLanguageEnough: 'Une langue suffit ; là où il en manque une, une autre est affichée.',
  addWord: 'Ajouter',
  addWordHint: 'Saisissez un nom puis appuyez sur Entrée.',
  removeWord: 'Retirer %{word}',
  noChoice: 'Aucun résultat',
  choose: 'Choisir…',
};
