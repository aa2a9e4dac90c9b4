import { randomUUID } from 'node:crypto';

const office = { role: 'admin', status: 400 } as const;
const badInput = (where: string) =>
  ({ ...office, error: { kind: 'bad-input', problems: [{ where }] } }) as const;
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const file = { format: 'json', content: base64('[]') } as const;

/** What goes wrong with the catalogue and its guides. */
export const catalogueWishes = {
  serviceGuide: [
    {
      why: 'a service nobody offers',
      body: { serviceCode: 'ZZ-99' },
      role: 'kiosk',
      status: 404,
      error: { kind: 'unknown-service', serviceCode: 'ZZ-99' },
    },
  ],
  searchServices: [
    { why: 'no words', body: { words: '  ' }, ...badInput('words') },
    { why: 'a whole letter', body: { words: '高'.repeat(31) }, ...badInput('words') },
  ],
  listBundles: [{ why: 'a field that is none', body: { hall: 1 }, ...badInput('hall') }],
  checkCatalogue: [
    {
      why: 'a format that is none',
      body: { ...file, format: 'xls' },
      ...badInput('format'),
    },
    { why: 'no base64', body: { ...file, content: '高龄' }, ...badInput('content') },
  ],
  importCatalogue: [
    {
      why: 'a reason that is not on the list',
      body: { requestId: randomUUID(), ...file, why: 'because' },
      ...badInput('why'),
    },
    {
      why: 'a file that is no table',
      body: { requestId: randomUUID(), format: 'json', content: base64('{'), why: 'other' },
      ...badInput('content'),
    },
  ],
  catalogueHistory: [
    { why: 'a code that is none', body: { serviceCode: '高龄津贴' }, ...badInput('serviceCode') },
  ],
  auditChannels: [
    { why: 'no request id', body: {}, ...badInput('requestId') },
    {
      why: 'a service nobody offers',
      body: { requestId: randomUUID(), serviceCodes: ['ZZ-99'] },
      role: 'admin',
      status: 404,
      error: { kind: 'unknown-service', serviceCode: 'ZZ-99' },
    },
  ],
  channelAudits: [{ why: 'a field that is none', body: { all: true }, ...badInput('all') }],
} as const;
