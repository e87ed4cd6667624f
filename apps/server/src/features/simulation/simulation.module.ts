import { Module } from '@nestjs/common';
import { CalendarsModule } from '../calendars/calendars.module.js';
import { PlansModule } from '../plans/plans.module.js';
import { RemindersModule } from '../reminders/reminders.module.js';
import { AgreementSimulation } from './agreement-simulation.js';
import { SimulationController } from './simulation.controller.js';
import { SimulationStore } from './simulation.store.js';
import { SimulationWorld } from './simulation-world.js';
import { TemplateSimulation } from './template-simulation.js';

@Module({ imports: [CalendarsModule, PlansModule, RemindersModule], controllers: [SimulationController], providers: [AgreementSimulation, TemplateSimulation, SimulationStore, SimulationWorld] })
export class SimulationModule {}
