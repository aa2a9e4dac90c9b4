import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { request } from 'node:https';
import { describe, expect, it } from 'vitest';
import { sendRequest } from '../../support/send-request.ts';
import { HallService } from '../../support/services/hall-service.ts';
import { must } from '../../support/services/service-under-test.ts';
import { CERTIFICATE_FILE, freePort, KEY_FILE, RatingHall } from '../../support/rating-page/rating-hall.ts';

describe('a visitor with the code on their paper', () => {
  it('sees five equal answers, none chosen, and sends one of them', async () => {
    const page = await RatingHall.forTest();
    const { code } = await page.visit('finished');
    const { status, text } = await page.get(`/r/${code}`);
    expect(status).toBe(200);
    const answers = [...text.matchAll(/<button type="submit" name="level" value="(\d)">([^<]+)</g)];
    expect(answers.map(([, level, words]) => `${level} ${words}`)).toEqual([
      '5 非常满意',
      '4 满意',
      '3 基本满意',
      '2 不满意',
      '1 非常不满意',
    ]);
    expect(text).not.toMatch(/checked|selected|autofocus|<script|class="[^"]*best/);
    expect(text).toContain('A001');
    expect(text).toContain('自愿评价');

    const thanks = await page.rate({ code, level: '1' });
    expect(thanks.status).toBe(200);
    expect(thanks.text).toContain('谢谢您');
    expect(thanks.text).not.toMatch(/非常不满意|name="level"/);
    const { cases } = await must(page.hall.as('admin').listRatingCases({ open: true }));
    expect(cases).toMatchObject([{ number: 'A001', level: 1, channel: 'qr-code' }]);
  });

  it('is thanked again, and counted once, when the form is sent twice', async () => {
    const page = await RatingHall.forTest();
    const { code, ticketId } = await page.visit('finished');
    const answers = await Promise.all([5, 1, 3, 2].map((level) => page.rate({ code, level: String(level) })));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(answers.every(({ text }) => text.includes('谢谢您'))).toBe(true);
    expect((await page.get(`/r/${code}`)).text).toContain('谢谢您');
    const rating = { requestId: randomUUID(), ticketId, level: 5, channel: 'pad' } as const;
    expect(await page.hall.as('counter').rateVisit(rating)).toMatchObject({
      error: { kind: 'already-rated' },
    });
  });

  it('is told to come back while nobody has served them, and not asked where nothing came of it', async () => {
    const page = await RatingHall.forTest();
    const waiting = await page.visit('waiting');
    expect((await page.get(`/r/${waiting.code}`)).text).toMatch(/办完以后.*7天内有效/);
    expect((await page.rate({ code: waiting.code, level: '5' })).text).toContain('办完以后');
    const gone = await page.visit('cancelled');
    expect((await page.get(`/r/${gone.code}`)).text).toContain('不用评价');
  });
});

describe('everybody else', () => {
  it('is told the same of a code that never was and of anything else, and nothing of any visit', async () => {
    const page = await RatingHall.forTest();
    const { code } = await page.visit('finished');
    const wrong = `${code.slice(0, 5)}${'A'.repeat(22)}`;
    const [first, ...rest] = [
      await page.get(`/r/${wrong}`),
      await page.get('/r/A999.AAAAAAAAAAAAAAAAAAAAAA'),
      await page.get('/r/A001'),
      await page.get('/r/'),
      await page.get('/r/%E0%A4'),
      await page.get(`/r/${'A'.repeat(2_000)}`),
      await page.rate({ code: wrong, level: '5' }),
    ];
    expect(first?.status).toBe(404);
    expect(first?.text).toContain('链接');
    expect(first?.text).not.toMatch(/A001|高龄/);
    for (const answer of rest) expect([answer.status, answer.text]).toEqual([404, first?.text]);
  });

  it.each([
    ['GET', '/'],
    ['GET', '/rate'],
    ['GET', '/api/health'],
    ['GET', '/api/openapi.json'],
    ['POST', '/api/queueSnapshot'],
    ['GET', '/api/feed'],
    ['GET', '/counter/'],
    ['GET', '/display/'],
    ['GET', '/assets/../../package.json'],
    ['GET', '/favicon.ico'],
    ['POST', '/r/A001.AAAAAAAAAAAAAAAAAAAAAA'],
    ['HEAD', '/r/A001.AAAAAAAAAAAAAAAAAAAAAA'],
    ['OPTIONS', '/rate'],
    ['PUT', '/rate'],
  ])('finds nothing else of the hall: %s %s', async (method, path) => {
    const page = await RatingHall.forTest();
    const { status, text, headers } = await sendRequest(page.address, { method, path });
    expect(status).toBe(404);
    expect(text).not.toMatch(/songting|"ok"/i);
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });

  it.each([
    ['no level', { code: 'A001.AAAAAAAAAAAAAAAAAAAAAA' }, 400],
    ['a level that is none', { code: 'A001.AAAAAAAAAAAAAAAAAAAAAA', level: '6' }, 400],
    ['something more', { code: 'A001.AAAAAAAAAAAAAAAAAAAAAA', level: '5', why: '1' }, 400],
    ['too much', { code: 'A001.AAAAAAAAAAAAAAAAAAAAAA', level: '5', why: 'x'.repeat(300) }, 413],
  ])('is refused a form with %s', async (_, form, status) => {
    const page = await RatingHall.forTest();
    expect((await page.rate(form as Record<string, string>)).status).toBe(status);
    expect(page.hall.log).not.toContain('the rating page failed');
  });

  it('is refused a body that is no form', async () => {
    const page = await RatingHall.forTest();
    const { code } = await page.visit('finished');
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ code, level: '5' });
    expect((await sendRequest(page.address, { method: 'POST', path: '/rate', headers, body })).status).toBe(
      415,
    );
  });

  it('who asks too often is asked to wait', async () => {
    const page = await RatingHall.forTest();
    const answers = await Promise.all(Array.from({ length: 30 }, () => page.get('/r/A001')));
    const slowed = answers.filter(({ status }) => status === 429);
    expect(slowed.length).toBeGreaterThanOrEqual(8);
    expect(Number(slowed[0]?.headers['retry-after'])).toBeGreaterThan(0);
    expect(slowed[0]?.text).toContain('请稍等');
  });
});

it('every answer may be kept, framed, scripted and referred to by nobody', async () => {
  const page = await RatingHall.forTest();
  const { code } = await page.visit('finished');
  for (const { headers } of [await page.get(`/r/${code}`), await page.get('/'), await page.get('/r/%zz')]) {
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['set-cookie']).toBeUndefined();
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self'; frame-ancestors 'none'/,
    );
  }
});

it('no code and no address of a telephone gets into the log', async () => {
  const page = await RatingHall.forTest();
  const { code } = await page.visit('finished');
  await page.get(`/r/${code}`);
  await page.rate({ code, level: '2' });
  await page.rate({ code, level: '9' });
  expect(page.hall.log).toContain('the rating page listens');
  expect(page.hall.log).not.toContain(code.split('.')[1]);
  expect(page.hall.log).not.toContain('remoteAddress');
});

it('is there only where the hall says so', async () => {
  const hall = await HallService.forTest();
  expect(hall.log).not.toContain('rating page');
  const issued = await must(hall.as('kiosk').issueTicket({ requestId: randomUUID(), serviceCode: 'LN-01' }));
  expect(issued.ratingUrl).toBeNull();
});

describe('beyond this computer', () => {
  const files = `certificate: "${CERTIFICATE_FILE}", key: "${KEY_FILE}"`;

  it('speaks TLS with the hall’s certificate', async () => {
    const port = await freePort();
    const publicAddress = `https://localhost:${port}`;
    const configuration = `hall: { ratings: { listen: "0.0.0.0:${port}", publicAddress: "${publicAddress}", ${files} } }\n`;
    const hall = await HallService.forTest({ configuration });
    const issued = await must(
      hall.as('kiosk').issueTicket({ requestId: randomUUID(), serviceCode: 'LN-01' }),
    );
    expect(issued.ratingUrl?.startsWith(`${publicAddress}/r/A001.`)).toBe(true);
    const status = await new Promise((resolve, reject) => {
      const ca = readFileSync(CERTIFICATE_FILE);
      request(issued.ratingUrl ?? '', { ca, agent: false }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });
    expect(status).toBe(200);
    await expect(sendRequest(`http://127.0.0.1:${port}`, { path: '/r/A001' })).rejects.toThrow();
  });

  it.each([
    [
      'a file that is not there',
      `certificate: "/nowhere/c.pem", key: "${KEY_FILE}"`,
      /hall\.ratings\.certificate: \/nowhere\/c\.pem cannot be read \(ENOENT\).*读不了/s,
    ],
    [
      'two files that are no pair',
      `certificate: "${CERTIFICATE_FILE}", key: "${CERTIFICATE_FILE}"`,
      /do not make a pair.*不配对/s,
    ],
  ])('a hall with %s does not start, and says why', async (_, given, why) => {
    const configuration = `hall: { ratings: { listen: "127.0.0.1:0", ${given} } }\n`;
    await expect(HallService.forTest({ configuration })).rejects.toThrow(why);
  });
});
