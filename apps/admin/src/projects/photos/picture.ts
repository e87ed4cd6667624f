import type { Photo } from '@tawama/contracts';

/** Where a picture is shown from; whether it may be seen is asked there. */
export const pictureOf = ({ projectId, id }: Pick<Photo, 'projectId' | 'id'>): string => `/api/projects/${projectId}/photos/${id}/picture`;
export const fileOf = ({ projectId, id }: Pick<Photo, 'projectId' | 'id'>): string => `/api/projects/${projectId}/photos/${id}/file`;
