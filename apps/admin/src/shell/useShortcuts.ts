import { useEffect } from 'react';
import { useNavigate } from 'react-router-dom';

const GO: Record<string, string> = { t: '/', a: '/agreements', c: '/cities', k: '/calendar' };
const isWriting = (target: EventTarget | null): boolean => target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Ctrl or ⌘ K searches, `?` explains, `g` then a letter goes somewhere. */
export function useShortcuts({ search, help }: { search: () => void; help: () => void }): void {
  const navigate = useNavigate();
  useEffect(() => {
    let afterG = 0;
    const listen = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.code === 'KeyK') { event.preventDefault(); search(); return; }
      if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
      if (event.key === '?' || event.key === '؟') { event.preventDefault(); help(); return; }
      // By the place of the key, so that they work on an Arabic keyboard too.
      if (event.code === 'KeyG') { afterG = event.timeStamp; return; }
      const to = GO[event.code.replace('Key', '').toLowerCase()];
      if (to !== undefined && event.timeStamp - afterG < 1_200) { afterG = 0; void navigate(to); }
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [navigate, search, help]);
}
