import { lazy, type ComponentType } from 'react';
import { furtherTexts } from '../providers/i18n.js';

/** A part that few people open: its texts come with it. */
export const seldom = <Props extends object>(load: () => Promise<{ default: ComponentType<Props> }>) => lazy(async () => (await Promise.all([load(), furtherTexts()]))[0]);
