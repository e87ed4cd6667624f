import { useLocation } from 'react-router-dom';

/** The address that opens a milestone above the present page. */
export function useMilestoneLink(): (id: string) => string {
  const { pathname, search } = useLocation();
  return (id) => {
    const parameters = new URLSearchParams(search);
    parameters.set('milestone', id);
    return `${pathname}?${parameters.toString()}`;
  };
}
