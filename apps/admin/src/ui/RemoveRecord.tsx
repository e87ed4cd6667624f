import { useQueryClient } from '@tanstack/react-query';
import { useDataProvider, useNotify, type RaRecord } from 'ra-core';
import { useNavigate } from 'react-router-dom';
import { Confirm } from './Confirm.js';
import { useWords } from './words.js';

/** Asks, removes, and goes back to the list. */
export function RemoveRecord({ resource, record, name, hint, after, onClose }: { resource: string; record: RaRecord; name: string; hint?: string; after: string; onClose: () => void }) {
  const { t } = useWords();
  const provider = useDataProvider();
  const queries = useQueryClient();
  const notify = useNotify();
  const navigate = useNavigate();
  const remove = async () => {
    await provider.delete(resource, { id: record.id, previousData: record });
    notify('record.removed', { type: 'success' });
    void navigate(after);
    await queries.invalidateQueries({ queryKey: [resource] });
  };
  return <Confirm question={t('record.removeQuestion', { name })} hint={hint ?? t('record.removeHint')} verb={t('list.remove')} danger act={remove} onClose={onClose} />;
}
