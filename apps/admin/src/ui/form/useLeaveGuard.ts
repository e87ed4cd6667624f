import { useEffect } from 'react';
import { useWords } from '../words.js';

/** Asks before unsaved typing is lost: on closing the tab, and on any link of the page. */
export function useLeaveGuard(unsaved: boolean): void {
  const { t } = useWords();
  const question = t('record.unsaved');
  useEffect(() => {
    if (!unsaved) return undefined;
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
      if (link === null || link.getAttribute('target') === '_blank' || event.defaultPrevented) return;
      if (!window.confirm(question)) { event.preventDefault(); event.stopPropagation(); }
    };
    window.addEventListener('beforeunload', onUnload);
    document.addEventListener('click', onClick, true);
    return () => { window.removeEventListener('beforeunload', onUnload); document.removeEventListener('click', onClick, true); };
  }, [unsaved, question]);
}
