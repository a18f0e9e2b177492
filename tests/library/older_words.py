"""A library whose words an older Hearth has made."""

from app.vault.database import Database


def make_old(database: Database) -> None:
    """Give the words of all its passages the look of an older version: `olden`, and nothing else."""
    with database.transaction() as transaction:
        transaction.execute(
            "INSERT INTO passage_words (passage_words, rowid, words) SELECT 'delete', number, words FROM passages"
        )
        transaction.execute("UPDATE passages SET words = 'olden'")
        transaction.execute("INSERT INTO passage_words (rowid, words) SELECT number, words FROM passages")
        transaction.execute("DELETE FROM meta WHERE key = 'words'")
