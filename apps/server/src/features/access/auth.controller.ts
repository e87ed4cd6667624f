import { Body, Controller, Get, HttpCode, Patch, Post, Query, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { changePassword, forgotPassword, login, me, mePatch, noQuery, resetPassword, type Language, type Me } from '@tawama/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { clientIp } from '../../platform/http/client-ip.js';
import { sessionCookie, sessionToken } from '../../platform/http/sessions.js';
import { CurrentViewer, type Viewer } from '../../platform/http/viewer.js';
import { AuthService } from './auth.service.js';

const THIRTY_DAYS = 30 * 24 * 3600;

@ApiTags('auth')
@Controller('api/auth')
export class AuthController {
  constructor(private readonly auth: AuthService) {}

  @Post('login')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: me })
  async login(@Body({ schema: login }) body: { email: string; password: string; trustedDevice: boolean }, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<Me> {
    const signedIn = await this.auth.signIn(body, clientIp(request));
    giveCookie(reply, signedIn.token, body.trustedDevice);
    return signedIn.me;
  }

  @Post('logout')
  @HttpCode(204)
  @ApiNoContentResponse()
  async logout(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.auth.signOut(sessionToken(request.headers.cookie));
    void reply.header('set-cookie', sessionCookie('', 0));
  }

  @Get('me')
  @ApiOkResponse({ standardSchema: me })
  me(@CurrentViewer() viewer: Viewer, @Query({ schema: noQuery }) _query: object): Promise<Me> { return this.auth.me(viewer); }

  @Patch('me')
  @ApiOkResponse({ standardSchema: me })
  setLanguage(@CurrentViewer() viewer: Viewer, @Body({ schema: mePatch }) body: { language: Language }): Promise<Me> { return this.auth.setLanguage(viewer, body.language); }

  @Post('forgot')
  @HttpCode(204)
  @ApiNoContentResponse()
  forgot(@Body({ schema: forgotPassword }) body: { email: string }): Promise<void> { return this.auth.forgot(body.email); }

  @Post('reset')
  @HttpCode(204)
  @ApiNoContentResponse()
  reset(@Body({ schema: resetPassword }) body: { token: string; password: string }): Promise<void> { return this.auth.reset(body.token, body.password); }

  @Post('password')
  @HttpCode(204)
  @ApiNoContentResponse()
  async password(@CurrentViewer() viewer: Viewer, @Body({ schema: changePassword }) body: { current: string; password: string }, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const { token, trustedDevice } = await this.auth.changePassword(viewer, body, { token: sessionToken(request.headers.cookie) ?? '', ip: clientIp(request) });
    giveCookie(reply, token, trustedDevice);
  }
}

function giveCookie(reply: FastifyReply, token: string, trustedDevice: boolean): void {
  void reply.header('set-cookie', sessionCookie(token, trustedDevice ? THIRTY_DAYS : undefined));
}
