package dev.tandem.serving.health;

import java.util.concurrent.CompletionStage;

/** A look at what the store has, without reading any of it. */
public interface StoreInspection {
    /** What is there now. A store that does not answer is a finding and no failure. */
    CompletionStage<StoreState> inspect();
}
