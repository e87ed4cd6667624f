import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { city, cityCreate, cityList, cityPatch, id, listQuery, noQuery, page, type City, type CityCreate, type CityPatch, type ListQuery, type Page } from '@tawama/contracts';
import { IfMatch } from '../../platform/http/if-match.js';
import { CurrentViewer, type Viewer } from '../../platform/http/viewer.js';
import { CitiesService } from './cities.service.js';

@ApiTags('cities')
@Controller('api/cities')
export class CitiesController {
  constructor(private readonly cities: CitiesService) {}

  @Get()
  @ApiOkResponse({ standardSchema: page(city) })
  list(@CurrentViewer() viewer: Viewer, @Query({ schema: listQuery(cityList) }) query: ListQuery): Promise<Page<City>> {
    return this.cities.list(viewer, query);
  }

  @Get(':id')
  @ApiOkResponse({ standardSchema: city })
  get(@Param('id', { schema: id }) cityId: string, @Query({ schema: noQuery }) _query: object): Promise<City> {
    return this.cities.get(cityId);
  }

  @Post()
  @ApiCreatedResponse({ standardSchema: city })
  create(@CurrentViewer() viewer: Viewer, @Body({ schema: cityCreate }) body: CityCreate): Promise<City> {
    return this.cities.create(viewer, body);
  }

  @Patch(':id')
  @ApiOkResponse({ standardSchema: city })
  change(@CurrentViewer() viewer: Viewer, @Param('id', { schema: id }) cityId: string, @IfMatch() version: number, @Body({ schema: cityPatch }) body: CityPatch): Promise<City> {
    return this.cities.change(viewer, cityId, version, body);
  }

  @Delete(':id')
  @ApiOkResponse({ standardSchema: city })
  delete(@CurrentViewer() viewer: Viewer, @Param('id', { schema: id }) cityId: string): Promise<City> {
    return this.cities.delete(viewer, cityId);
  }
}
