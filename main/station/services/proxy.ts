import type { ApiError } from '../../../preload/contracts/errors.ts';
import type { Input } from '../../../preload/contracts/operation.ts';
import { err, ok, type Result } from '../../../preload/contracts/result.ts';
import type { ProxySide, StationOperations } from '../../../preload/contracts/station-operations.ts';
import { readIdNumber } from '../../foundation/identity/index.ts';
import { personOfNumber } from '../proxy/proxy-person.ts';
import {
  beginProxy,
  withMatter,
  withOwner,
  withoutPerson,
  withPerson,
  type Proxy,
  type ProxyMatter,
  type ProxyRefusal,
} from '../proxy/proxy.ts';
import type { Visit } from '../visit/visit.ts';
import { checkStanding } from './proxy-standing.ts';
import { today, type StationContext } from './station-context.ts';

type Done = Result<Record<string, never>, ApiError>;
type Preparing = Visit & { readonly proxy: Proxy };

/** The visit with what is prepared in it. Whoever asks is still there. */
export function preparing({ desk }: StationContext): Result<Preparing, ApiError> {
  const { visit } = desk;
  if (visit === undefined) return err({ kind: 'nobody-at-the-kiosk' });
  desk.touch();
  return visit.proxy === undefined ? err({ kind: 'no-proxy' }) : ok({ ...visit, proxy: visit.proxy });
}

/** Only what the catalogue lets somebody else do; the refusal carries its reason. */
export function beginFor({ desk, services }: StationContext, serviceCode: string): Done {
  const { visit } = desk;
  if (visit === undefined) return err({ kind: 'nobody-at-the-kiosk' });
  const service = services.all().find((one) => one.serviceCode === serviceCode);
  if (service === undefined) return err({ kind: 'unknown-service', serviceCode });
  if (service.proxy === 'no') return err({ kind: 'not-by-proxy', serviceCode, rule: service.proxyRule });
  const matter: ProxyMatter = { serviceCode, serviceName: service.name, rule: service.proxyRule };
  const going = visit.proxy?.ticketId === undefined ? visit.proxy : undefined;
  desk.noteProxy(
    visit.visitId,
    going === undefined ? beginProxy(matter, visit.card) : withMatter(going, matter),
  );
  return ok({});
}

export function sayWhoseCard(station: StationContext, who: ProxySide): Done {
  return change(station, (proxy) => withOwner(proxy, who, today(station)));
}

/** The number is told what is wrong with it by its rule (GB 11643-1999); the page keeps what was typed. */
export function typePerson(
  station: StationContext,
  { who, idNumber }: Input<StationOperations, 'typeProxyPerson'>,
): Done {
  const reading = readIdNumber(idNumber, today(station));
  if (!reading.valid) return err({ kind: 'bad-id-number', where: 'idNumber', reason: reading.rule });
  return change(station, (proxy) => withPerson(proxy, who, personOfNumber(reading), today(station)));
}

export function removePerson(station: StationContext, who: ProxySide): Done {
  return change(station, (proxy) => ok(withoutPerson(proxy, who)));
}

export function cancelProxy(station: StationContext): Done {
  const going = preparing(station);
  if (!going.ok) return going;
  station.desk.noteProxy(going.value.visitId, undefined);
  return ok({});
}

function change(station: StationContext, step: (proxy: Proxy) => Result<Proxy, ProxyRefusal>): Done {
  const going = preparing(station);
  if (!going.ok) return going;
  const changed = step(going.value.proxy);
  if (!changed.ok) return changed;
  station.desk.noteProxy(going.value.visitId, changed.value);
  void checkStanding(station);
  return ok({});
}
