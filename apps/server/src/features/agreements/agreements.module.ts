import { Module } from '@nestjs/common';
import { PlansModule } from '../plans/plans.module.js';
import { AgreementsController } from './agreements.controller.js';
import { AgreementsService } from './agreements.service.js';
import { AgreementsStore } from './agreements.store.js';

@Module({ imports: [PlansModule], controllers: [AgreementsController], providers: [AgreementsService, AgreementsStore], exports: [AgreementsService, AgreementsStore] })
export class AgreementsModule {}
