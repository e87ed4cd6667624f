import type { articles as reference } from '../en/articles.js';
import type { Same } from '../shape.js';

export const articles: Same<typeof reference> = {
  title: 'Articles du texte signé',
  add: 'Ajouter un article',
  editTitle: 'Modifier l’article',
  number: 'Numéro',
  text: 'Ce qu’il promet, en bref',
  steps: 'Jalons qui le réalisent',
  projects: 'Projets qui le réalisent',
  linksHint: 'Un article est mis en œuvre dès qu’un jalon ou un projet qui le réalise est achevé, pièce à l’appui.',
  percent: '%{percent} des articles sont mis en œuvre',
  none: 'Aucun article saisi',
  noneHint: 'Saisissez ce qui a été signé, article par article, et indiquez les jalons et projets qui le réalisent.',
  gaps: 'Ce qui manque',
  noGaps: 'Rien ne manque : chaque article a son jalon et sa pièce.',
  gap: { withoutStep: 'Aucun jalon ni projet pour', withoutEvidence: 'Réalisé, mais sans pièce', underway: 'En cours' },
  article: 'Article %{number}',
  removed: 'L’article est supprimé.',
};
