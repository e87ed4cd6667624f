/** Pictures of a project. */
export const photos = {
  title: 'Photos', none: 'No photo yet', add: 'Add a photo', choose: 'Choose a photo', accepted: 'JPEG, PNG or WebP, up to 15 MB.', chooseFirst: 'Choose a photo first.', captionFirst: 'Say what is to be seen on the photo.',
  caption: 'What is to be seen', captionHint: 'It is read aloud to whoever does not see the photo.', takenOn: 'Taken on', taken: 'taken on %{date}', enlarge: 'Enlarge: %{caption}', close: 'Close', save: 'Save the file',
  earlier: 'Move forward', later: 'Move back', added: 'The photo is added.', removed: 'The photo is removed.', removeAsk: 'Remove this photo?',
};
