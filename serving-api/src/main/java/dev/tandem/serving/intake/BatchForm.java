package dev.tandem.serving.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.serving.http.ErrorCode;
import io.javalin.http.HttpStatus;

/** How an answer about several of one thing is worded. */
public interface BatchForm {
    /** The field in which each of them has its entry. */
    String list();

    /** The status where every one was taken. */
    HttpStatus allTaken();

    /** The error where none can be taken as it is. */
    ErrorCode noneTaken();

    /** What is said of that error. */
    String whyNoneTaken();

    /** What is said where the broker did not acknowledge every one. */
    String whatToSendAgain();

    /** Writes what is said of one that was taken, by its place in the request. */
    void taken(ObjectNode entry, int index, EventMessage event);

    /** Writes what one that was not acknowledged is to be sent again with, by its place in the request. */
    void unacknowledged(ObjectNode entry, int index, EventMessage event);
}
