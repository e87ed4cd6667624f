import type { legal as reference } from '../en/legal.js';
import type { Same } from '../shape.js';

export const legal: Same<typeof reference> = {
  title: 'Délais légaux', lead: 'Le temps que la loi donne à une autorité, compté à partir du récépissé. Le programme ne déplace jamais une telle date et ne décide jamais du sens d’un silence.',
  none: 'Aucun délai ne court.', noneHint: 'Un délai commence quand le récépissé d’un dossier est enregistré comme date de référence.',
  step: 'Jalon', agreement: 'Convention', received: 'Récépissé', lastDay: 'Dernier jour', days: '%{smart_count} jour |||| %{smart_count} jours', state: 'État',
  running: 'En cours : reste %{smart_count} jour |||| En cours : restent %{smart_count} jours', asking: 'Le délai est passé : quelle issue ?', doneOtherwise: 'Réalisé le %{date}, sans issue enregistrée', answered: '%{outcome}, %{date}',
  dayOff: 'Le dernier jour est chômé. La loi le fixe : il n’est pas déplacé.', provisional: 'Compté sur un jour férié qui n’est qu’estimé.',
  answer: 'Enregistrer l’issue', 
  means: 'Sens du silence', note: 'Explication, ou pourquoi il n’y a pas de document', saved: 'L’issue est enregistrée.',
  notes: 'Ce que dit la loi', noteLead: 'Chaque note est à vérifier par le référent juridique.', country: 'Pays', source: 'Source', confirm: 'Confirmer', confirmed: 'Confirmée par %{name} le %{date}', noNotes: 'Aucune note n’est saisie.',
  view: 'Délais légaux et ce que dit la loi', open: 'En attente de réponse', closed: 'Clos',
  addNote: 'Ajouter une note', editNote: 'Modifier une note', noteOf: 'Jalon concerné', noteSays: 'Ce que dit la loi', length: 'Durée en jours', lengthHint: 'Le nombre de jours que donne la loi. Vide si la note ne porte pas sur une durée.', sourceHint: 'La loi et son article, par exemple « 113-14, 118 ».',
  again: 'Cette note est confirmée. Dès qu’elle est modifiée, elle est de nouveau à vérifier.', onlyReviewer: 'La note reste « à vérifier » jusqu’à ce que le référent juridique la confirme.', confirmDone: 'La note est confirmée.',
  period: 'Délai légal', day: 'Jour %{day} sur %{days}', over: 'Échu depuis hier |||| Échu depuis %{smart_count} jours', mustAnswer: 'Qui doit répondre', law: 'Ce que dit la loi', noLaw: 'Aucune note sur le droit de ce pays (%{country}) n’est saisie pour ce jalon.',
  otherLength: 'Une note indique une autre durée : %{length}. Le plan compte %{days}. Demandez au référent juridique laquelle vaut.', proof: 'La pièce', noProof: 'Aucune', openProof: 'Ouvrir la pièce',
  ask: 'Quelle est la réponse de l’autorité ?', silenceFrom: 'Un silence peut être enregistré à partir du %{date}.', silenceAsk: 'Le programme ignore ce que vaut ce silence en droit. C’est vous qui en décidez ; votre motif est conservé avec votre nom.', chooseMeaning: 'Choisissez son sens', reason: 'Motif, et ce sur quoi il repose', answeredOn: 'Date de la réponse', decidedOn: 'Date de la décision',
  silences: 'Délais légaux passés sans réponse', silence: '%{who} n’a pas répondu. Le délai s’est achevé le %{date}.', askThem: 'Demandez quelle est l’issue, puis enregistrez-la.', askReviewer: 'Demandez quelle est l’issue ; le référent juridique l’enregistre.', allSilences: 'Tous (%{count})',
};
