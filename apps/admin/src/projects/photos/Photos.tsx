import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import type { Page, Photo, Project } from '@tawama/contracts';
import { useDataProvider } from 'ra-core';
import { useState } from 'react';
import type { ClubDataProvider } from '../../providers/data-provider.js';
import { useMay } from '../../providers/session-context.js';
import { Demonstration } from '../../ui/Demonstration.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { Card } from '../../ui/Page.js';
import { Failed, Waiting } from '../../ui/Waiting.js';
import { useWords } from '../../ui/words.js';
import { AddPhotoDialog } from './AddPhotoDialog.js';
import { pictureOf } from './picture.js';
import { PhotoDialog } from './PhotoDialog.js';

/** The pictures of a project, in their order. */
export default function Photos({ project }: { project: Project }) {
  const { t, date } = useWords();
  const provider = useDataProvider<ClubDataProvider>();
  const mayWrite = useMay('project.write');
  const [adding, setAdding] = useState(false);
  const [shownId, setShownId] = useState<string | null>(null);
  const { data, error, isPending, refetch } = useQuery({ queryKey: ['photos', project.id], queryFn: () => provider.read<Page<Photo>>(`projects/${project.id}/photos`, { perPage: 200 }) });
  const photos = data?.data ?? [];
  const shown = photos.find(({ id }) => id === shownId);
  const add = mayWrite ? { action: t('photos.add'), onAction: () => setAdding(true) } : {};
  return (
    <Card id="photos" title={t('photos.title')} actions={mayWrite && photos.length > 0 && <Button size="small" onClick={() => setAdding(true)}>{t('photos.add')}</Button>}>
      {error ? <Failed error={error} retry={() => void refetch()} /> : isPending ? <Waiting rows={2} /> : photos.length === 0 ? <EmptyState title={t('photos.none')} {...add} /> : (
        <Box component="ul" sx={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 1.5, gridTemplateColumns: { xs: 'repeat(2, minmax(0, 1fr))', md: 'repeat(3, minmax(0, 1fr))' } }}>
          {photos.map((photo) => (
            <Box component="li" key={photo.id} sx={{ minInlineSize: 0 }}>
              <Box component="button" type="button" onClick={() => setShownId(photo.id)} aria-label={t('photos.enlarge', { caption: photo.caption })}
                sx={{ display: 'block', inlineSize: '100%', padding: 0, border: 1, borderColor: 'divider', borderRadius: 1.5, overflow: 'hidden', cursor: 'zoom-in', bgcolor: 'action.hover', '&:focus-visible': { outline: '3px solid', outlineColor: 'primary.main', outlineOffset: 2 } }}>
                <Box component="img" src={pictureOf(photo)} alt={photo.caption} loading="lazy" sx={{ display: 'block', inlineSize: '100%', aspectRatio: '4 / 3', objectFit: 'cover' }} />
              </Box>
              <Typography variant="body2" sx={{ marginBlockStart: 0.5, overflowWrap: 'anywhere' }}><bdi>{photo.caption}</bdi> <Demonstration when={photo.demonstration} /></Typography>
              {photo.takenOn !== null && <Typography variant="body2" color="text.secondary">{date(photo.takenOn)}</Typography>}
            </Box>
          ))}
        </Box>
      )}
      {adding && <AddPhotoDialog projectId={project.id} onClose={() => setAdding(false)} />}
      {shown && <PhotoDialog key={shown.id} photo={shown} count={photos.length} onClose={() => setShownId(null)} {...(mayWrite ? { mayChange: true } : {})} />}
    </Card>
  );
}
