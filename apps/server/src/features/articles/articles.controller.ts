import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { article, articleCreate, articleList, articlePatch, coverage, id, listQuery, noQuery, page, type Article, type ArticleCreate, type ArticlePatch, type Coverage, type ListQuery, type Page } from '@tawama/contracts';
import { IfMatch } from '../../platform/http/if-match.js';
import { CurrentViewer, type Viewer } from '../../platform/http/viewer.js';
import { byViewer } from '../plans/plan-command.js';
import { ArticlesService } from './articles.service.js';

@ApiTags('articles')
@Controller('api')
export class ArticlesController {
  constructor(private readonly articles: ArticlesService) {}

  @Get('articles')
  @ApiOkResponse({ standardSchema: page(article) })
  list(@CurrentViewer() viewer: Viewer, @Query({ schema: listQuery(articleList) }) query: ListQuery): Promise<Page<Article>> {
    return this.articles.list(viewer, query);
  }

  @Get('articles/:id')
  @ApiOkResponse({ standardSchema: article })
  get(@CurrentViewer() viewer: Viewer, @Param('id', { schema: id }) articleId: string, @Query({ schema: noQuery }) _query: object): Promise<Article> {
    return this.articles.get(viewer, articleId);
  }

  @Post('articles')
  @ApiCreatedResponse({ standardSchema: article })
  create(@CurrentViewer() viewer: Viewer, @Body({ schema: articleCreate }) body: ArticleCreate): Promise<Article> {
    return this.articles.create(byViewer(viewer, false), body);
  }

  @Patch('articles/:id')
  @ApiOkResponse({ standardSchema: article })
  change(@CurrentViewer() viewer: Viewer, @Param('id', { schema: id }) articleId: string, @IfMatch() version: number, @Body({ schema: articlePatch }) body: ArticlePatch): Promise<Article> {
    return this.articles.change(viewer, articleId, version, body);
  }

  @Delete('articles/:id')
  @ApiOkResponse({ standardSchema: article })
  delete(@CurrentViewer() viewer: Viewer, @Param('id', { schema: id }) articleId: string): Promise<Article> {
    return this.articles.delete(viewer, articleId);
  }

  @Get('agreements/:id/coverage')
  @ApiOkResponse({ standardSchema: coverage })
  coverage(@CurrentViewer() viewer: Viewer, @Param('id', { schema: id }) agreementId: string, @Query({ schema: noQuery }) _query: object): Promise<Coverage> {
    return this.articles.coverage(viewer, agreementId);
  }
}
