import { onTestFinished } from 'vitest';
import { openAccessTokens } from '../../../main/foundation/access/index.ts';
import { systemClock } from '../../../main/foundation/clock.ts';
import { loadConfiguration } from '../../../main/foundation/configuration/index.ts';
import { createFeedHub } from '../../../main/foundation/feed/index.ts';
import { createApiServer } from '../../../main/foundation/http/index.ts';
import { Lifetime } from '../../../main/foundation/lifetime.ts';
import { createLog } from '../../../main/foundation/log/index.ts';
import type { FormPrinter } from '../../../main/station/devices/form-printer/port.ts';
import { VirtualIdCardReader } from '../../../main/station/devices/id-card-reader/virtual-reader.ts';
import { VirtualPrinter } from '../../../main/station/devices/ticket-printer/index.ts';
import { createTicketRenderer } from '../../../main/station/devices/ticket-printer/ticket-renderer.ts';
import { openStation } from '../../../main/station/station.ts';
import { stationCollections, stationOperations } from '../../../preload/contracts/station-operations.ts';
import { readPaper, type ReadTicket } from '../paper/read-paper.ts';
import type { HallService } from './hall-service.ts';
import { clientOf, folderForTest, postTo, type Post } from './service-under-test.ts';
import type { StationUnderTest } from './station-service.ts';
import { mintTokens } from './tokens.ts';
import { hallOperations } from '../../../preload/contracts/hall-operations.ts';

/** A reader that nobody has to wait for. */
const HASTY_READER = {
  pollMs: 10,
  settleMs: 1,
  removalMs: 30,
  heartbeatMs: 200,
  retryMs: 50,
  reopenFirstMs: 20,
};

export interface RiggedStation extends StationUnderTest {
  readonly reader: VirtualIdCardReader;
  readonly printer: VirtualPrinter;
  readonly folder: string;
  readonly post: Post;
  readonly log: () => string;
  /** What came out of the printer, as a person reads it. */
  readonly papers: () => ReadTicket[];
  readonly stop: () => Promise<void>;
}

/** A station whose devices are in the test's hands: the product's own parts, put together as the service does. */
export async function startRiggedStation(
  hall: HallService,
  {
    folder = folderForTest(),
    printer = new VirtualPrinter(),
    formPrinter,
  }: { folder?: string; printer?: VirtualPrinter; formPrinter?: FormPrinter } = {},
): Promise<RiggedStation> {
  const life = new Lifetime();
  const tokens = mintTokens();
  const reader = new VirtualIdCardReader({ timings: HASTY_READER });
  const feed = createFeedHub(stationCollections);
  let logged = '';
  const log = createLog({ name: 'station', destination: { write: (line) => void (logged += line) } });
  const configuration = loadConfiguration();
  const access = openAccessTokens({ given: tokens.accepted, clock: systemClock });
  if (!configuration.ok || !access.ok) throw new Error('the defaults do not load');
  const render = createTicketRenderer({ columns: 48, charset: 'gb18030' });
  const station = openStation({
    configuration: configuration.value,
    dataDirectory: folder,
    devices: { reader, virtualReader: reader, printer: { printer, render }, formPrinter },
    hall: clientOf(hallOperations, hall.address, hall.tokens.of('kiosk')),
    feed,
    clock: systemClock,
    log,
  });
  life.own(station, (opened) => opened.stop());
  await station.start();
  const server = await createApiServer({
    operations: stationOperations,
    handlers: station.handlers,
    access: access.value,
    feed: { hub: feed, roles: ['kiosk', 'admin'] },
    listen: { host: '127.0.0.1', port: 0 },
    log,
    info: { name: 'songting-station', version: '0.0.0' },
  });
  life.own(server, (opened) => opened.close());
  onTestFinished(() => life.end());
  return {
    address: server.address,
    tokens,
    reader,
    printer,
    folder,
    post: postTo(() => server.address, tokens),
    log: () => logged,
    papers: () => printer.papers.map(({ bytes }) => readPaper(bytes)),
    stop: () => life.end(),
  };
}
