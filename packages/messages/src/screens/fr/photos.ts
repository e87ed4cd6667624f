import type { photos as reference } from '../en/photos.js';
import type { Same } from '../shape.js';

export const photos: Same<typeof reference> = {
  title: 'Photos', none: 'Aucune photo pour le moment', add: 'Ajouter une photo', choose: 'Choisir une photo', accepted: 'JPEG, PNG ou WebP, 15 Mo au plus.', chooseFirst: 'Choisissez d’abord une photo.', captionFirst: 'Indiquez ce que l’on voit sur la photo.',
  caption: 'Ce que l’on voit', captionHint: 'C’est lu à haute voix à qui ne voit pas la photo.', takenOn: 'Prise le', taken: 'prise le %{date}', enlarge: 'Agrandir : %{caption}', close: 'Fermer', save: 'Enregistrer le fichier',
  earlier: 'Avancer', later: 'Reculer', added: 'La photo est ajoutée.', removed: 'La photo est supprimée.', removeAsk: 'Supprimer cette photo ?',
};
