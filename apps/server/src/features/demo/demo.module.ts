import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { CitiesModule } from '../cities/cities.module.js';
import { PeopleModule } from '../people/people.module.js';
import { PlansModule } from '../plans/plans.module.js';
import { DemoClub } from './demo-club.js';
import { DemoFoundations } from './demo-foundations.js';
import { DemoTeller } from './demo-teller.js';

@Module({ imports: [AccessModule, CitiesModule, PeopleModule, PlansModule], providers: [DemoClub, DemoFoundations, DemoTeller] })
export class DemoModule {}
