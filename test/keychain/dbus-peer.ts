import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { type DbusValue, type DbusVariant, decode, encode } from './dbus-wire.ts';

/** A method call that the peer received. */
export interface MethodCall {
  path: string;
  member: string;
  args: DbusValue[];
}
/** An answer, an error by its D-Bus name with its text, or `null` to leave the caller waiting for ever. */
export type MethodAnswer = { signature: string; values: DbusValue[] } | { error: string; text: string } | null;

const busName = 'org.freedesktop.DBus';
const types = { call: 1, answer: 2, error: 3 };
const fieldSignatures: Record<number, string> = { 1: 'o', 2: 's', 3: 's', 4: 's', 5: 'u', 6: 's', 8: 'g' };
const [pathField, interfaceField, memberField, errorField, replyField, destinationField, senderField, signatureField] = [
  1, 2, 3, 4, 5, 6, 7, 8,
];

/**
 * Owns `name` on the bus at `socketPath` and answers method calls as `answer` says. It implements just enough of D-Bus for
 * that, so that the tests need no other program. Returns the function that leaves the bus.
 */
export async function ownBusName(
  socketPath: string,
  name: string,
  answer: (call: MethodCall) => MethodAnswer | Promise<MethodAnswer>,
): Promise<() => void> {
  const socket = connect(socketPath);
  await once(socket, 'connect');
  socket.write(`\0AUTH EXTERNAL ${Buffer.from(String(process.getuid?.() ?? 0)).toString('hex')}\r\n`);
  await once(socket, 'data');
  socket.write('BEGIN\r\n');
  let serial = 0;
  const send = (type: number, fields: Record<number, string | number>, signature: string, values: DbusValue[]): void => {
    serial += 1;
    socket.write(message({ type, serial, fields, signature, values }));
  };
  const callBus = (member: string, signature: string, values: DbusValue[]) =>
    send(
      types.call,
      { [pathField]: '/org/freedesktop/DBus', [interfaceField]: busName, [memberField]: member, [destinationField]: busName },
      signature,
      values,
    );
  const isOwned = new Promise<void>((settle) => {
    readMessages(socket, async (incoming) => {
      if (incoming.type === types.answer && incoming.fields.get(replyField) === 2) settle();
      if (incoming.type !== types.call) return;
      const reply = await answer({
        path: String(incoming.fields.get(pathField)),
        member: String(incoming.fields.get(memberField)),
        args: incoming.args,
      });
      if (reply === null) return;
      const to = { [replyField]: incoming.serial, [destinationField]: String(incoming.fields.get(senderField)) };
      if ('error' in reply) send(types.error, { ...to, [errorField]: reply.error }, 's', [reply.text]);
      else send(types.answer, to, reply.signature, reply.values);
    });
  });
  callBus('Hello', '', []);
  callBus('RequestName', 'su', [name, 4]);
  await isOwned;
  return () => socket.destroy();
}

interface Outgoing {
  type: number;
  serial: number;
  fields: Record<number, string | number>;
  signature: string;
  values: DbusValue[];
}

function message({ type, serial, fields, signature, values }: Outgoing): Buffer {
  const body = encode(signature, values);
  const all: [number, DbusVariant][] = Object.entries(fields).map(([code, value]) => [
    Number(code),
    { signature: fieldSignatures[Number(code)] ?? 's', value },
  ]);
  if (signature !== '') all.push([signatureField, { signature: 'g', value: signature }]);
  const head = encode('yyyyuua(yv)', ['l'.charCodeAt(0), type, 0, 1, body.length, serial, all]);
  return Buffer.concat([head, Buffer.alloc(paddingTo8(head.length)), body]);
}

const paddingTo8 = (length: number): number => (8 - (length % 8)) % 8;

interface Incoming {
  type: number;
  serial: number;
  fields: Map<number, DbusValue>;
  args: DbusValue[];
}

function readMessages(socket: Socket, receive: (incoming: Incoming) => void): void {
  let held = Buffer.alloc(0);
  socket.on('data', (chunk) => {
    held = Buffer.concat([held, chunk]);
    while (held.length >= 16) {
      const fieldsLength = held.readUInt32LE(12);
      const headLength = 16 + fieldsLength + paddingTo8(16 + fieldsLength);
      const total = headLength + held.readUInt32LE(4);
      if (held.length < total) return;
      receive(parse(held.subarray(0, headLength), held.subarray(headLength, total)));
      held = held.subarray(total);
    }
  });
}

function parse(head: Buffer, body: Buffer): Incoming {
  const [, type, , , , serial, fieldList] = decode('yyyyuua(yv)', head);
  const fields = new Map((fieldList as [number, DbusVariant][]).map(([code, { value }]) => [code, value]));
  const signature = fields.get(signatureField);
  return {
    type: type as number,
    serial: serial as number,
    fields,
    args: typeof signature === 'string' ? decode(signature, body) : [],
  };
}
