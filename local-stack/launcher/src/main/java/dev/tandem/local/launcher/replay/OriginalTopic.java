package dev.tandem.local.launcher.replay;

import dev.tandem.local.launcher.publishing.TopicPublisher;

/** The topic from which events were refused, as an outlet. */
record OriginalTopic(TopicPublisher publisher) implements Outlet {
    @Override
    public void take(RefusedEvent event) throws InterruptedException {
        publisher.publish(event.message());
    }

    @Override
    public void settle() throws InterruptedException {
        publisher.flush();
    }

    @Override
    public void close() {
        publisher.close();
    }
}
