import { Module } from '@nestjs/common';
import { PlanStore } from './plan.store.js';
import { ReminderPlanner } from './reminder-planner.js';

@Module({ providers: [ReminderPlanner, PlanStore], exports: [ReminderPlanner] })
export class RemindersModule {}
