/**
 * Where mails come from: files, folders, streams and repositories, recognised by what they hold.
 */
@NullMarked
package dev.galley.mail.source;

import org.jspecify.annotations.NullMarked;
