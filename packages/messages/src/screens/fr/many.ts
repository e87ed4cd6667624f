import type { many as reference } from '../en/many.js';
import type { Same } from '../shape.js';

export const many: Same<typeof reference> = {
  title: 'Les jalons sélectionnés', pick: 'Sélectionner %{name}', pickPage: 'Sélectionner tous les jalons de cette page', chosen: '%{smart_count} jalon sélectionné |||| %{smart_count} jalons sélectionnés', clear: 'Tout désélectionner',
  tooMany: 'Au plus %{most} jalons à la fois : retirez-en.', lead: 'Chaque jalon est enregistré ou refusé séparément.', preview: 'Aperçu', close: 'Fermer', sameCounterpart: 'reste le même',
  summary: 'Enregistrés : %{done} sur %{all}.', wouldSummary: 'Possibles : %{done} sur %{all}.', nothingSaved: 'Rien n’est encore enregistré.', refusedStay: 'Ce qui a été refusé reste sélectionné.',
  done: 'Enregistré', canBeDone: 'Possible', moves: 'déplace %{smart_count} autre jalon |||| déplace %{smart_count} autres jalons',
};
