import { Module } from '@nestjs/common';
import { PlanStore } from './plan.store.js';
import { ReminderPlanner } from './reminder-planner.js';
import { RemindersController } from './reminders.controller.js';
import { RemindersStore } from './reminders.store.js';

@Module({ controllers: [RemindersController], providers: [ReminderPlanner, PlanStore, RemindersStore], exports: [ReminderPlanner, PlanStore] })
export class RemindersModule {}
