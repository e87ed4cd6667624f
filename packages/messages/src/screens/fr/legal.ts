import type { legal as reference } from '../en/legal.js';
import type { Same } from '../shape.js';

export const legal: Same<typeof reference> = {
  title: 'Délais légaux', lead: 'Le temps que la loi donne à une autorité, compté à partir du récépissé. Le programme ne déplace jamais une telle date et ne décide jamais du sens d’un silence.',
  clocks: 'Délais en cours ou clos', none: 'Aucun délai ne court.', noneHint: 'Un délai commence quand le récépissé d’un dossier est enregistré comme date de référence.',
  step: 'Jalon', agreement: 'Convention', received: 'Récépissé', lastDay: 'Dernier jour', days: '%{smart_count} jour |||| %{smart_count} jours', state: 'État',
  running: 'En cours : reste %{smart_count} jour |||| En cours : restent %{smart_count} jours', asking: 'Le délai est passé : quelle suite ?', answered: '%{outcome}, %{date}',
  dayOff: 'Le dernier jour est chômé. La loi le fixe : il n’est pas déplacé.', provisional: 'Compté sur un jour férié qui n’est qu’estimé.',
  answer: 'Enregistrer la suite', outcome: 'Suite', outcomes: { visa: 'Visa', refusal: 'Refus', silence: 'Silence de l’autorité' },
  means: 'Sens du silence', meanings: { accepted: 'Accord tacite', refused: 'Refus tacite' }, on: 'Date', note: 'Explication, ou pourquoi il n’y a pas de document', saved: 'La suite est enregistrée.',
  notes: 'Ce que dit la loi', noteLead: 'Chaque note est à vérifier par le relecteur juridique.', country: 'Pays', text: 'Note', source: 'Source', confirm: 'Confirmer', toVerify: 'À vérifier', confirmed: 'Confirmée par %{name} le %{date}', noNotes: 'Aucune note n’est saisie.',
};
