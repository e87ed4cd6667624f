import { Body, Controller, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { id, noQuery, simulateAgreement, simulateTemplate, simulationAnswer, templateVersionPath, type SimulateAgreement, type SimulateTemplate, type SimulationAnswer } from '@tawama/contracts';
import { CurrentViewer, type Viewer } from '../../platform/http/viewer.js';
import { AgreementSimulation } from './agreement-simulation.js';
import { TemplateSimulation } from './template-simulation.js';

@ApiTags('simulation')
@Controller('api')
export class SimulationController {
  constructor(private readonly agreements: AgreementSimulation, private readonly templates: TemplateSimulation) {}

  @Post('agreements/:id/simulate')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: simulationAnswer })
  agreement(@CurrentViewer() viewer: Viewer, @Param('id', { schema: id }) agreementId: string, @Query({ schema: noQuery }) _query: object, @Body({ schema: simulateAgreement }) body: SimulateAgreement): Promise<SimulationAnswer> {
    return this.agreements.simulate(agreementId, viewer.agreementIds, body);
  }

  @Post('templates/:key/simulate')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: simulationAnswer })
  template(@Param('key', { schema: templateVersionPath.key }) key: string, @Query({ schema: noQuery }) _query: object, @Body({ schema: simulateTemplate }) body: SimulateTemplate): Promise<SimulationAnswer> {
    return this.templates.simulate(key, body);
  }
}
