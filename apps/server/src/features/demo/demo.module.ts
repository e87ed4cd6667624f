import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { AgreementsModule } from '../agreements/agreements.module.js';
import { ArticlesModule } from '../articles/articles.module.js';
import { CitiesModule } from '../cities/cities.module.js';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { SendingModule } from '../sending/sending.module.js';
import { NightModule } from '../night/night.module.js';
import { PeopleModule } from '../people/people.module.js';
import { PlansModule } from '../plans/plans.module.js';
import { ProjectsModule } from '../projects/projects.module.js';
import { SweepsModule } from '../sweeps/sweeps.module.js';
import { DemoCalendar } from './demo-calendar.js';
import { DemoClockController } from './demo-clock.controller.js';
import { DemoClock } from './demo-clock.service.js';
import { DemoClockStore } from './demo-clock.store.js';
import { DemoClub } from './demo-club.js';
import { DemoFoundations } from './demo-foundations.js';
import { DemoProjects } from './demo-projects.js';
import { DemoProofs } from './demo-proofs.js';
import { DemoTeller } from './demo-teller.js';

@Module({ imports: [AccessModule, AgreementsModule, ArticlesModule, CitiesModule, EvidenceModule, NightModule, SendingModule, PeopleModule, PlansModule, ProjectsModule, SweepsModule], controllers: [DemoClockController], providers: [DemoCalendar, DemoClock, DemoClockStore, DemoClub, DemoFoundations, DemoProjects, DemoProofs, DemoTeller] })
export class DemoModule {}
