import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { id, listQuery, noQuery, page, user, userCreate, userList, userPatch, type ListQuery, type Page, type User, type UserCreate, type UserPatch } from '@tawama/contracts';
import { IfMatch } from '../../platform/http/if-match.js';
import { CurrentViewer, type Viewer } from '../../platform/http/viewer.js';
import { Accounts } from './accounts.service.js';

@ApiTags('users')
@Controller('api/users')
export class UsersController {
  constructor(private readonly accounts: Accounts) {}

  @Get()
  @ApiOkResponse({ standardSchema: page(user) })
  list(@Query({ schema: listQuery(userList) }) query: ListQuery): Promise<Page<User>> { return this.accounts.list(query); }

  @Get(':id')
  @ApiOkResponse({ standardSchema: user })
  get(@Param('id', { schema: id }) userId: string, @Query({ schema: noQuery }) _query: object): Promise<User> { return this.accounts.get(userId); }

  @Post()
  @ApiCreatedResponse({ standardSchema: user })
  invite(@CurrentViewer() viewer: Viewer, @Body({ schema: userCreate }) body: UserCreate): Promise<User> { return this.accounts.invite(viewer, body); }

  @Patch(':id')
  @ApiOkResponse({ standardSchema: user })
  change(@CurrentViewer() viewer: Viewer, @Param('id', { schema: id }) userId: string, @IfMatch() version: number, @Body({ schema: userPatch }) body: UserPatch): Promise<User> {
    return this.accounts.change(viewer, userId, version, body);
  }

  @Post(':id/invite')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: user })
  inviteAgain(@CurrentViewer() viewer: Viewer, @Param('id', { schema: id }) userId: string): Promise<User> { return this.accounts.inviteAgain(viewer, userId); }

  @Post(':id/revoke')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: user })
  revoke(@CurrentViewer() viewer: Viewer, @Param('id', { schema: id }) userId: string): Promise<User> { return this.accounts.revoke(viewer, userId); }
}
