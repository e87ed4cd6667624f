import { Club1700000000001 } from './1700000000001-club.js';
import { Plan1700000000002 } from './1700000000002-plan.js';
import { Mail1700000000003 } from './1700000000003-mail.js';
import { WhoMadeALink1795629107669 } from './1795629107669-who-made-a-link.js';
import { Dispatch1795630362071 } from './1795630362071-dispatch.js';
import { MailsThatNeedSomebody1795632522260 } from './1795632522260-mails-that-need-somebody.js';
import { RowsKeepTheirPromise1795633260521 } from './1795633260521-rows-keep-their-promise.js';
import { ListsAtSize1795633787395 } from './1795633787395-lists-at-size.js';
import { AnswerAsItWas1795633928491 } from './1795633928491-answer-as-it-was.js';
import { ClaimsTouchNoIndex1795640000000 } from './1795640000000-claims-touch-no-index.js';
import { TemplatesAreDrafted1795650000000 } from './1795650000000-templates-are-drafted.js';
import { LifeOfAnAgreement1795660000000 } from './1795660000000-life-of-an-agreement.js';
import { CalendarsOfCitiesAndCouncils1795670400000 } from './1795670400000-calendars-of-cities-and-councils.js';
import { ProjectsOnTheGround1795670200000 } from './1795670200000-projects-on-the-ground.js';
import { Vitality1795670300000 } from './1795670300000-vitality.js';
import { Evidence1795670100000 } from './1795670100000-evidence.js';
import { LegalClocks1795670500000 } from './1795670500000-legal-clocks.js';
import { ProjectPhotos1795700100000 } from './1795700100000-project-photos.js';

/** In the order in which they run. */
export const MIGRATIONS = [Club1700000000001, Plan1700000000002, Mail1700000000003, WhoMadeALink1795629107669, Dispatch1795630362071, MailsThatNeedSomebody1795632522260, RowsKeepTheirPromise1795633260521, ListsAtSize1795633787395, AnswerAsItWas1795633928491, ClaimsTouchNoIndex1795640000000, TemplatesAreDrafted1795650000000, LifeOfAnAgreement1795660000000, Evidence1795670100000, ProjectsOnTheGround1795670200000, Vitality1795670300000, CalendarsOfCitiesAndCouncils1795670400000, LegalClocks1795670500000, ProjectPhotos1795700100000];
