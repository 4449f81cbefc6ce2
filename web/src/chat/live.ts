import type { Client, StompSubscription } from "@stomp/stompjs";
import { accessToken, forget } from "@/session/session";
import type { Message } from "./merge";

export interface Listener {
  onMessage: (message: Message) => void;
  /** From now on nothing is missed; what came before has to be asked for. */
  onListening: () => void;
  onInterrupted: () => void;
}

interface Topic {
  listeners: Set<Listener>;
  subscription: StompSubscription | null;
  listening: boolean;
}

const topics = new Map<string, Topic>();
let client: Promise<Client> | null = null;

/** One connection for the page, as long as anybody listens; the library comes with the first. */
async function connect(): Promise<Client> {
  const { Client, ReconnectionTimeMode } = await import("@stomp/stompjs");
  let token: string | null = null;
  const created: Client = new Client({
    brokerURL: `${location.origin.replace(/^http/, "ws")}/ws`,
    reconnectDelay: 1_000,
    maxReconnectDelay: 30_000,
    reconnectTimeMode: ReconnectionTimeMode.EXPONENTIAL,
    heartbeatIncoming: 10_000,
    heartbeatOutgoing: 10_000,
    // The connection ends with its token: the next begins with another.
    beforeConnect: async () => {
      // Where the token cannot be renewed, the attempt fails and there is another.
      token = await accessToken().catch(() => "");
      if (token === null) {
        client = null;
        void created.deactivate();
      } else {
        created.connectHeaders = { Authorization: `Bearer ${token}` };
      }
    },
    onStompError: () => token && forget(token),
    onConnect: () => {
      for (const [id, topic] of topics) {
        subscribe(created, id, topic);
      }
    },
    onWebSocketClose: () => {
      for (const topic of topics.values()) {
        interrupted(topic);
      }
    },
  });
  created.activate();
  return created;
}

function subscribe(stomp: Client, id: string, topic: Topic): void {
  const receipt = crypto.randomUUID();
  stomp.watchForReceipt(receipt, () => {
    topic.listening = true;
    for (const listener of topic.listeners) {
      listener.onListening();
    }
  });
  topic.subscription = stomp.subscribe(
    `/topic/conversations/${id}`,
    ({ body }) => {
      for (const listener of topic.listeners) {
        listener.onMessage(JSON.parse(body));
      }
    },
    { receipt },
  );
}

function interrupted(topic: Topic): void {
  topic.subscription = null;
  topic.listening = false;
  for (const listener of topic.listeners) {
    listener.onInterrupted();
  }
}

/** Listens to a conversation until told to stop, over all interruptions. */
export function listen(conversationId: string, listener: Listener): () => void {
  const topic = topics.get(conversationId) ?? {
    listeners: new Set(),
    subscription: null,
    listening: false,
  };
  topics.set(conversationId, topic);
  topic.listeners.add(listener);
  client ??= connect().catch((error) => {
    client = null;
    throw error;
  });
  client.then(
    (stomp) => {
      if (topics.get(conversationId) === topic && stomp.connected && !topic.subscription) {
        subscribe(stomp, conversationId, topic);
      }
    },
    // Without it, one asks from time to time.
    () => listener.onInterrupted(),
  );
  if (topic.listening) {
    listener.onListening();
  }
  return () => {
    topic.listeners.delete(listener);
    if (topic.listeners.size === 0 && topics.get(conversationId) === topic) {
      topics.delete(conversationId);
      leave(topic);
    }
  };
}

function leave(topic: Topic): void {
  topic.subscription?.unsubscribe();
  // A page that comes next may listen again: the connection waits a little.
  setTimeout(() => {
    if (topics.size === 0 && client) {
      client.then(
        (stomp) => stomp.deactivate(),
        () => undefined,
      );
      client = null;
    }
  }, 5_000);
}
