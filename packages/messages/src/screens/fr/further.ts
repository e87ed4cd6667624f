import { ahead } from './ahead.js';
import { holidays } from './holidays.js';
import { jobs } from './jobs.js';
import { legal } from './legal.js';
import { many } from './many.js';
import { photos } from './photos.js';
import { projectSteps } from './project-steps.js';
import { templates } from './templates.js';
import { users } from './users.js';

/** Texts of screens that few people open: fetched with the first of them. */
export const furtherTexts = { ahead, holidays, jobs, legal, many, photos, projectSteps, templates, users };
