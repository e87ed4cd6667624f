import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { CitiesModule } from '../cities/cities.module.js';
import { DeliveriesModule } from '../deliveries/deliveries.module.js';
import { PeopleModule } from '../people/people.module.js';
import { PlansModule } from '../plans/plans.module.js';
import { RemindersModule } from '../reminders/reminders.module.js';
import { DemoClockController } from './demo-clock.controller.js';
import { DemoClock } from './demo-clock.service.js';
import { DemoClockStore } from './demo-clock.store.js';
import { DemoClub } from './demo-club.js';
import { DemoFoundations } from './demo-foundations.js';
import { DemoTeller } from './demo-teller.js';

@Module({ imports: [AccessModule, CitiesModule, DeliveriesModule, PeopleModule, PlansModule, RemindersModule], controllers: [DemoClockController], providers: [DemoClock, DemoClockStore, DemoClub, DemoFoundations, DemoTeller] })
export class DemoModule {}
